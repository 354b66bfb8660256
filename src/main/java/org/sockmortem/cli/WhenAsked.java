package org.sockmortem.cli;

import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes what picocli asks for as picocli itself would, but prepares nothing before it asks. Commands are described in code, so that it
 * hardly does, while its own factory looks through the whole jar for a language that is not there.
 */
final class WhenAsked implements IFactory {
    static final IFactory INSTANCE = new WhenAsked();

    private WhenAsked() {}

    @Override
    public <K> K create(Class<K> kind) throws Exception {
        return kind.isAssignableFrom(ArrayList.class)
                ? kind.cast(new ArrayList<>())
                : CommandLine.defaultFactory().create(kind);
    }
}
