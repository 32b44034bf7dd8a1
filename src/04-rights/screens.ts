// What the chapters of rights show, one paragraph a chapter.
export {};
