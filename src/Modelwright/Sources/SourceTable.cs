using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Choosing;
using Modelwright.Sources.Joins;

namespace Modelwright.Sources;

/// <summary>What reading leaves.</summary>
/// <param name="Table">The rows in the order of the file.</param>
/// <param name="Report">What is to be said about the reading.</param>
public sealed record SourceTable(Table Table, SourceReport Report)
{
    // A file below this part of the memory limit leaves too little behind to be worth a collection.
    private const int LargeFile = 8;

    /// <summary>Reads what a person named with the first of <see cref="BuiltInSources.All"/> that accepts it.</summary>
    /// <param name="path">A file, a folder of files, a pattern such as 'sales/*.parquet', SQL over files, or the address of a database.</param>
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
        var source = BuiltInSources.For(path, options.Format);
        SourceFit.Check(source.Info, path, options);
        var read = await source.ReadAsync(new(path, options), cancellation).ConfigureAwait(false);
        foreach (var join in options.Joins)
        {
            read = await JoinedTable.AddAsync(read, join, options, cancellation).ConfigureAwait(false);
        }

        if (Math.Max(read.Report.Bytes, sizeof(double) * (long)read.Table.RowCount * read.Table.Columns.Count) > options.MemoryBytes / LargeFile)
        {
            MemoryLimit.GiveBack();
        }

        return read;
    }
}
