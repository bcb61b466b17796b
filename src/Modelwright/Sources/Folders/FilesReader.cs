using Modelwright.Core.Data;

namespace Modelwright.Sources.Folders;

/// <summary>Reads files of one kind, one after the other, into one table.</summary>
internal sealed class FilesReader(SourceRequest request, ISource source, string folder, IReadOnlyList<string> files)
{
    private readonly List<SourceReport> _reports = [];

    internal async Task<SourceTable> ReadAsync(CancellationToken cancellation)
    {
        var options = request.Options;
        using var many = (source as IReadsMany)?.Open(request.Path, [.. files.Select(file => Path.Combine(folder, file))], options);
        while (true)
        {
            _reports.Clear();
            var rows = new FileRows(request.Path, options.Store(), takesUnion: source.Info.Name.StartsWith("json", StringComparison.Ordinal));
            foreach (var file in files)
            {
                var one = new SourceRequest(Path.Combine(folder, file), options);
                var read = await (many?.ReadAsync(one, cancellation) ?? source.ReadAsync(one, cancellation)).ConfigureAwait(false);
                _reports.Add(read.Report);
                rows.Add(file, read.Table);
            }

            rows.ThrowIfColumnsDiffer();
            if (rows.TextsAmongNumbers.Count == 0)
            {
                return new(rows.Build(), Report(rows.Count));
            }

            // A column that one file has as text is text in all, each cell as it is written, so those files are read again.
            var types = new Dictionary<string, ColumnType>(options.Types, StringComparer.Ordinal);
            foreach (var name in rows.TextsAmongNumbers)
            {
                types[name] = ColumnType.Text;
            }

            options = options with { Types = types };
        }
    }

    private SourceReport Report(int rows) => new()
    {
        Path = request.Path,
        Source = source.Info.Name,
        Fingerprint = FilesFingerprint.Of(files, [.. _reports.Select(report => report.Fingerprint)]),
        Bytes = _reports.Sum(report => report.Bytes),
        RowsRead = rows,
        RowsSkipped = _reports.Sum(report => report.RowsSkipped),
        CellsUnreadable = _reports.Sum(report => report.CellsUnreadable),
        Faults = [.. InEach(report => report.Faults.Select(fault => fault with { Text = Named(report, fault.Line, fault.Text) })).Take(FaultList.MostListed)],
        Markers = Markers(),
        Separator = _reports.Select(report => report.Separator).Distinct().Count() == 1 ? _reports[0].Separator : null,
        DecimalMark = _reports.Select(report => report.DecimalMark).Distinct().Count() == 1 ? _reports[0].DecimalMark : null,
        Encoding = _reports.Select(report => report.Encoding).Distinct().Count() == 1 ? _reports[0].Encoding : null,
        Notes = Notes(),
    };

    private IEnumerable<T> InEach<T>(Func<SourceReport, IEnumerable<T>> items) => _reports.SelectMany(items);

    private static string Named(SourceReport report, long line, string text) => $"{report.Path}{(line == 0 ? "" : $", line {line}")}: {text}";

    private string[] Notes()
    {
        string[] notes = [.. InEach(report => report.Notes.Select(note => Named(report, 0, note)))];
        return notes.Length <= FaultList.MostListed ? notes : [.. notes.Take(FaultList.MostListed), $"{notes.Length - FaultList.MostListed} more notes like these."];
    }

    private Dictionary<string, IReadOnlyDictionary<string, long>> Markers() => InEach(report => report.Markers)
        .GroupBy(column => column.Key, StringComparer.Ordinal)
        .ToDictionary(
            column => column.Key,
            column => (IReadOnlyDictionary<string, long>)column.SelectMany(markers => markers.Value)
                .GroupBy(marker => marker.Key, StringComparer.Ordinal)
                .ToDictionary(marker => marker.Key, marker => marker.Sum(count => count.Value), StringComparer.Ordinal),
            StringComparer.Ordinal);
}
