package yici.drift;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import yici.catalogue.Guide;
import yici.kit.Translated;

/** The same guide as another editor would have typed it: every list in another order, some members written twice. */
final class Shuffled {

    private final Random random;

    private Shuffled(long seed) {
        random = new Random(seed);
    }

    static Guide of(Guide guide, long seed) {
        return (Guide) new Shuffled(seed).value("", guide);
    }

    private Object value(String name, Object value) {
        return switch (value) {
            case Translated translated -> translated;
            case Optional<?> optional -> optional.map(one -> value(name, one));
            case List<?> list -> list(name, list);
            case Record record -> record(record);
            default -> value;
        };
    }

    private List<?> list(String name, List<?> list) {
        if (name.equals("levels")) return list;
        var shuffled = new ArrayList<Object>();
        for (Object one : list) {
            shuffled.add(value(name, one));
            if (random.nextInt(4) == 0) shuffled.add(value(name, one));
        }
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled);
    }

    private Record record(Record record) {
        try {
            var components = record.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = value(components[i].getName(), accessor.invoke(record));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
