using System.Globalization;
using System.IO.Compression;
using Modelwright.Core.Errors;

namespace Modelwright.Nab.Scoring;

/// <summary>Reads nab_series.csv.gz: series_id, timestamp, value, in_anomaly_window, anomaly_point, rows of a series together and in order.</summary>
internal static class NabFile
{
    private const string Header = "series_id,timestamp,value,in_anomaly_window,anomaly_point";

    /// <summary>All series in the order of the file.</summary>
    /// <exception cref="DataException">The header or a line is not as it should be.</exception>
    public static IReadOnlyList<NabSeries> Read(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        if (reader.ReadLine() is var header && header != Header)
        {
            throw new DataException($"{path}, line 1: the header is '{header}', expected '{Header}'. Give the file of NAB's series.");
        }

        List<(string Name, long Time, double Value, bool Inside)> rows = [];
        while (reader.ReadLine() is { } line)
        {
            rows.Add(Row(line, $"{path}, line {rows.Count + 2}"));
        }

        return [.. rows.GroupBy(row => row.Name, StringComparer.Ordinal).Select(Series)];
    }

    private static (string Name, long Time, double Value, bool Inside) Row(string line, string place)
    {
        var cells = line.Split(',');
        return cells.Length == 5
            && DateTime.TryParse(cells[1], CultureInfo.InvariantCulture, out var time)
            && double.TryParse(cells[2], CultureInfo.InvariantCulture, out var value)
            ? (cells[0], time.Ticks, value, cells[3] == "1")
            : throw new DataException($"{place}: '{line}' is not a name, a time, a number and two flags. Get the file again.");
    }

    private static NabSeries Series(IGrouping<string, (string Name, long Time, double Value, bool Inside)> rows) => new(
        rows.Key,
        [.. rows.Select(row => row.Time)],
        [.. rows.Select(row => row.Value)],
        NabWindow.From(rows.Select(row => row.Inside).ToArray()));
}
