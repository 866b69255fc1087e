package derrick.ops.backup;

import derrick.migrations.backup.BackupListener;
import derrick.ops.Progress;
import derrick.ops.Terminal;

/** Shows the progress of a backup on a terminal, and lists what it does not contain. */
public final class BackupProgress implements BackupListener {
    private final Terminal terminal;
    private final Progress progress;

    public BackupProgress(Terminal terminal) {
        this.terminal = terminal;
        this.progress = new Progress(terminal, System::nanoTime);
    }

    @Override
    public void notSaved(String difference) {
        terminal.say(difference);
    }

    @Override
    public void written(long bytes) {
        progress.bytes("written", bytes);
    }

    @Override
    public void readBack(long bytes) {
        progress.bytes("verified", bytes);
    }

    /** Erases the progress line. */
    public void clear() {
        progress.clear();
    }
}
