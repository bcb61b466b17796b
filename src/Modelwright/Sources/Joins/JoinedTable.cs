using Modelwright.Core.Errors;
using Modelwright.Sources.Choosing;
using Modelwright.Sources.Folders;

namespace Modelwright.Sources.Joins;

/// <summary>Reads another table and sums it up to the rows that were read.</summary>
internal static class JoinedTable
{
    internal static async Task<SourceTable> AddAsync(SourceTable read, ChildJoin join, ReadOptions options, CancellationToken cancellation)
    {
        // What else is said of the rows is not said of the other table; that broken rows may be skipped is, where it can have some.
        var how = new ReadOptions { MemoryBytes = options.MemoryBytes, Threads = options.Threads, TempFolder = options.TempFolder };
        how = how with { SkipBadRows = options.SkipBadRows && SourceFit.TakenBy(join.Address, how).HasFlag(SourceOptions.SkipBadRows) };
        var child = await SourceTable.ReadAsync(join.Address, how, cancellation).ConfigureAwait(false);
        CheckKeys(read, child, join);
        var joining = new ChildTable(join, read.Table, child.Table, options.JoinTime);
        var table = joining.Join(cancellation);
        return new(table, read.Report with
        {
            Fingerprint = FilesFingerprint.Of(["", $"{join}"], [read.Report.Fingerprint, child.Report.Fingerprint]),
            Bytes = read.Report.Bytes + child.Report.Bytes,
            RowsSkipped = read.Report.RowsSkipped + child.Report.RowsSkipped,
            CellsUnreadable = read.Report.CellsUnreadable + child.Report.CellsUnreadable,
            Faults = [.. read.Report.Faults, .. child.Report.Faults.Select(fault => fault with { Text = $"{child.Report.Path}: {fault.Text}" })],
            Notes = [.. read.Report.Notes, .. child.Report.Notes.Select(note => $"{child.Report.Path}: {note}"), .. joining.Notes],
            Joins = [.. read.Report.Joins, $"{join}"],
        });
    }

    private static void CheckKeys(SourceTable read, SourceTable child, ChildJoin join)
    {
        string[] faults = [.. Absent(read, join.ParentKey, join), .. Absent(child, join.Key, join)];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    private static IEnumerable<string> Absent(SourceTable source, string key, ChildJoin join) => source.Table.TryGet(key, out _)
        ? []
        : [$"{source.Report.Path}: there is no column '{key}' to join '{join}' by.{NearestName.Suggest(key, source.Table.Names)} Check the spelling (case matters); keys of two names are written {join.Name}:KEY=KEY_OF_THE_ROWS."];
}
