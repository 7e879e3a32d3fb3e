/** A backup that cannot be made, read or restored, for a reason the person at the keyboard can understand: a Chinese sentence. */
export class ArchiveFault extends Error {}
