using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>One pass over the series of a table. Different series may be scored from several threads at once.</summary>
internal sealed class StreamRun
{
    private const int RowsBetweenLooks = 4096;
    private readonly IScoresStreams _form;
    private readonly Blocks<double>[] _columns;
    private readonly long[]? _times;
    private readonly double[] _scores;
    private readonly int[] _inputs;
    private readonly double[] _usual;
    private readonly StreamSign[] _signs;

    private StreamRun(IScoresStreams form, Blocks<double>[] columns, long[]? times, IReadOnlyList<StreamSeries> series, int rows)
    {
        (_form, _columns, _times, Series) = (form, columns, times, series);
        (_scores, _inputs, _usual, _signs) = (new double[rows], new int[rows], new double[rows], new StreamSign[rows]);
    }

    /// <summary>The series, in order of their first rows.</summary>
    public IReadOnlyList<StreamSeries> Series { get; }

    /// <summary>What is known of each of them; null where it begins anew.</summary>
    public required IReadOnlyList<KnownSeries?> Known { get; init; }

    /// <summary>The times of the rows; null without a column.</summary>
    public IReadOnlyList<long>? Times => _times;

    /// <summary>Binds a form to a table.</summary>
    /// <exception cref="ArtifactException">The form does something else.</exception>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public static StreamRun Of(IForm form, Table table, StreamColumns columns, IReadOnlyList<KnownSeries> known)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        var streams = form as IScoresStreams ?? throw new ArtifactException($"Form '{form.Info.Name}' does not score series as they come. Give one that does.");
        StreamFaults.Check(form.Info.Inputs, table, columns);
        var times = SeriesOrder.Times(table, columns.Time);
        var series = SeriesOrder.Of(table, columns.Series, times);
        var byName = known.ToDictionary(kept => (kept.Name is null, kept.Name ?? ""));
        return new(streams, [.. form.Info.Inputs.Select(input => ((NumberColumn)table[input.Name]).Values)], times, series, table.RowCount)
        {
            Known = [.. series.Select(one => byName.GetValueOrDefault((one.Name is null, one.Name ?? "")))],
        };
    }

    /// <summary>
    /// Scores the rows of a series. Those up to where training left it are read from a new start, as training did, and those after it
    /// go on from there: a table that holds the rows of training again changes nothing for the new ones.
    /// </summary>
    public void Score(int place, CancellationToken cancellation)
    {
        var (rows, known, late) = (Series[place].Rows, Known[place], RowsUntilKnown(place));
        Read(_form.Start(), rows, 0, late, cancellation);
        if (known is not null && late < rows.Count)
        {
            Read(known.Open(_form), rows, late, rows.Count, cancellation);
        }
    }

    /// <summary>Where a series ends.</summary>
    public KnownSeries End(int place, CancellationToken cancellation)
    {
        var (state, rows) = (_form.Start(), Series[place].Rows);
        Read(state, rows, 0, rows.Count, cancellation);
        return new(Series[place].Name, _times is null ? 0 : rows.Max(row => Math.Max(0, _times[row])), StreamBytes.Write(state));
    }

    /// <summary>What was scored.</summary>
    public StreamScores Scores() => new(_scores, _inputs, _usual) { Signs = _signs, Series = Series };

    /// <summary>How many rows of a series are not later than where training left it; all where nothing is known of it.</summary>
    public int RowsUntilKnown(int place)
    {
        var (rows, known) = (Series[place].Rows, Known[place]);
        var count = 0;
        while (count < rows.Count && (known is null || _times is null || _times[rows[count]] <= known.Until))
        {
            count++;
        }

        return count;
    }

    private void Read(IStreamState state, IReadOnlyList<int> rows, int first, int end, CancellationToken cancellation)
    {
        var values = new double[_columns.Length];
        for (var place = first; place < end; place++)
        {
            if (place % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var row = rows[place];
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = _columns[column].At(row);
            }

            var found = _form.Read(state, _times is null ? TimeColumn.Missing : _times[row], values);
            (_scores[row], _inputs[row], _usual[row]) = found;
            _signs[row] = found.Sign;
        }
    }
}
