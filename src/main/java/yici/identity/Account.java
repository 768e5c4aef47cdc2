package yici.identity;

import java.util.UUID;

/**
 * What the product knows of a person or firm from its account; forms prefill from it.
 *
 * @param login what the person types to sign in: phone number, e-mail or staff number
 * @param number a person's ID number (GB 11643) or a firm's unified social credit code (GB 32100); empty for staff
 * @param representative a firm's legal representative; empty for others
 * @param representativeNumber that person's ID number; empty for others
 * @param phone may be empty
 * @param address may be empty
 */
public record Account(
        UUID id,
        SignedIn.Kind kind,
        String login,
        String name,
        String number,
        String representative,
        String representativeNumber,
        String phone,
        String address) {}
