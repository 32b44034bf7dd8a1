/** Noms de lieux : how a commune is called. Given by whoever starts the server, since the list of communes belongs to a later room. */
export interface PlaceNames {
  readonly byCode: (code: string) => { readonly name: string } | undefined;
}
