package yici.linter;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The same record with another value for one component. */
public final class With {

    private With() {}

    public static <R extends Record> R set(R record, String component, Object value) {
        try {
            var components = record.getClass().getRecordComponents();
            var values = new Object[components.length];
            boolean set = false;
            for (int i = 0; i < components.length; i++) {
                boolean it = components[i].getName().equals(component);
                set |= it;
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = it ? value : accessor.invoke(record);
            }
            if (!set) throw new IllegalArgumentException(record.getClass() + " has no " + component);
            return make(record, components, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first of a list changed. */
    public static <T> List<T> first(List<T> list, UnaryOperator<T> change) {
        var changed = new java.util.ArrayList<>(list);
        changed.set(0, change.apply(changed.getFirst()));
        return List.copyOf(changed);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R make(R record, RecordComponent[] components, Object[] values)
            throws ReflectiveOperationException {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = record.getClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return (R) constructor.newInstance(values);
    }
}
