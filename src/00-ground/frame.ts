/** What the frame of every public page shows: whose service it is, and where its links begin. */
export interface Frame {
  readonly brand?: {
    readonly name: string;
    readonly color: string;
    readonly phone: string;
    readonly slug: string;
    readonly logoUrl?: string;
  };
  /** What every link begins with: "" at the service's own host, "/s/{slug}" elsewhere. */
  readonly prefix: string;
  readonly demonstration: boolean;
  /** Version of the styles, put in their address. */
  readonly version: string;
}
