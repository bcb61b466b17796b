using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources;

/// <summary>What reading leaves.</summary>
/// <param name="Table">The rows in the order of the file.</param>
/// <param name="Report">What is to be said about the reading.</param>
public sealed record SourceTable(Table Table, SourceReport Report)
{
    // A file below this part of the memory limit leaves too little behind to be worth a collection.
    private const int LargeFile = 8;

    /// <summary>Reads a file with the first of <see cref="BuiltInSources.All"/> that accepts it.</summary>
    /// <param name="path">A file: CSV, TSV, JSON, logs, XML or Parquet, the text formats also as .gz or .zst.</param>
    /// <param name="options">How to read it; null means the defaults.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The table and the report.</returns>
    /// <exception cref="DataException">The file is absent, of an unknown kind, or broken; the text lists all faults.</exception>
    /// <exception cref="OptionsException">An option is out of range or does not fit the file.</exception>
    public static async Task<SourceTable> ReadAsync(string path, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        options.Validate();
        SourceFile.CheckExists(path);
        var read = await BuiltInSources.For(path).ReadAsync(new(path, options), cancellation).ConfigureAwait(false);
        if (read.Report.Bytes > options.MemoryBytes / LargeFile)
        {
            MemoryLimit.GiveBack();
        }

        return read;
    }
}
