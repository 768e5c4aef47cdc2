package yici.form;

import yici.kit.Translated;

/** One choice of a field or question. */
public record Option(String code, Translated label) {}
