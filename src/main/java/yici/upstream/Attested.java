package yici.upstream;

import yici.identity.Trust;

/**
 * Who somebody is at another provider, as it has just told us itself.
 *
 * @param subject by which it names the person to us, always the same
 * @param name may be empty, like the number of the identity document
 * @param level what this signing in there is worth here
 */
record Attested(Provider provider, String subject, String name, String number, Trust level) {}
