package yici.form;

import java.util.List;

/** @param key the first element's key; stands in the page's address */
public record FormPage(String key, List<DataElement> elements) {}
