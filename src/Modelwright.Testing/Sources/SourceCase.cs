using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Testing.Sources;

/// <summary>One check on one source: a file of its own, and words for what went wrong.</summary>
internal sealed class SourceCase : IDisposable
{
    private static readonly string[] PlainText = [".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".xml"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelwright-contract");
    private readonly ISource _source;
    private readonly string _extension;

    internal SourceCase(ISource source, string extension)
    {
        (_source, _extension) = (source, extension);
        Rename("rows");
    }

    internal string Path { get; private set; }

    internal bool IsPlainText => PlainText.Contains(_extension, StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    [MemberNotNull(nameof(Path))]
    internal void Rename(string name) => Path = System.IO.Path.Combine(_folder.FullName, name + _extension);

    internal void Write(Table table) => TableWriter.WriteAsync(table, Path).GetAwaiter().GetResult();

    internal void Write(ReadOnlySpan<byte> bytes) => File.WriteAllBytes(Path, bytes);

    internal SourceTable Read(ReadOptions? options = null, CancellationToken cancellation = default) =>
        _source.ReadAsync(new(Path, options ?? new()), cancellation).GetAwaiter().GetResult();

    internal SourceTable? TryRead()
    {
        try
        {
            return Read();
        }
        catch (DataException)
        {
            return null;
        }
    }

    internal void Same(Table table)
    {
        Write(table);
        RequireRows(table, Read().Table);
    }

    /// <summary>Asks for the same rows, in the same order where the source has one: the rows of a database have none.</summary>
    internal void RequireRows(Table expected, Table found)
    {
        if (_source.Info.Takes.HasFlag(SourceOptions.Database))
        {
            RequireSame(Sorted(expected), Sorted(found));
        }
        else
        {
            RequireSame(expected, found);
        }
    }

    internal void Refused(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        Expect<DataException>(() => Read(), Path);
    }

    internal static void Expect<T>(Action run, string text)
        where T : Exception
    {
        try
        {
            run();
        }
        catch (T expected)
        {
            Require(expected.Message.Contains(text, StringComparison.Ordinal), $"a text with '{text}'", expected.Message);
            return;
        }

        Fail(typeof(T).Name, "no error");
    }

    internal static void RequireSame(Table expected, Table found)
    {
        Require(expected.Names.SequenceEqual(found.Names, StringComparer.Ordinal), string.Join(",", expected.Names), string.Join(",", found.Names));
        Require(expected.RowCount == found.RowCount, $"{expected.RowCount} rows", $"{found.RowCount} rows");
        for (var column = 0; column < expected.Columns.Count; column++)
        {
            RequireSame(expected.Columns[column], found.Columns[column]);
        }
    }

    internal static void Require(bool holds, string expected, string found)
    {
        if (!holds)
        {
            Fail(expected, found);
        }
    }

    [DoesNotReturn]
    internal static void Fail(string expected, string found) =>
        throw new ContractException($"expected {expected}; found {found}.");

    private static Table Sorted(Table table)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];

        // Blocks on disk are read once and in their order.
        var held = table.Take(rows);
        var keys = new string[rows.Length];
        foreach (var column in held.Columns)
        {
            for (var row = 0; row < keys.Length; row++)
            {
                keys[row] = $"{keys[row]}\u001F{column.Format(row)}";
            }
        }

        Array.Sort(keys, rows, StringComparer.Ordinal);
        return held.Take(rows);
    }

    private static void RequireSame(Column expected, Column found)
    {
        Require(expected.Type == found.Type || IsText(expected) == IsText(found), $"'{expected.Name}' as {expected.Type}", $"{found.Type}");
        for (var row = 0; row < expected.RowCount; row++)
        {
            if (!SameNumber(expected, found, row) && (expected.Format(row), found.Format(row)) is var (left, right) && left != right)
            {
                Fail($"'{left ?? "missing"}' in column '{expected.Name}', row {row + 1}", $"'{right ?? "missing"}'");
            }
        }
    }

    /// <summary>Spares two texts a cell where numbers say it already.</summary>
    private static bool SameNumber(Column expected, Column found, int row) => (expected, found) switch
    {
        (NumberColumn left, NumberColumn right) => left.Values.At(row).Equals(right.Values.At(row)),
        (TimeColumn left, TimeColumn right) => left.Values.At(row) == right.Values.At(row),
        _ => false,
    };

    private static bool IsText(Column column) => column.Type is ColumnType.Category or ColumnType.Text;
}
