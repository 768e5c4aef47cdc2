package yici.publication;

/** An edition and how far it is. */
record Stood(Edition edition, Standing standing) {}
