package yici.identity;

import yici.jurisdiction.Post;

/** Said in the transaction that ends it; rooms above let go of what the person holds by it. */
public record PostEnded(Post post) {}
