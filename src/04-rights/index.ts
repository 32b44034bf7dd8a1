// The browser door of rights: types, pure functions and contracts of its chapters, one paragraph a chapter, in the order of ARCHITECTURE.md.
export {};
