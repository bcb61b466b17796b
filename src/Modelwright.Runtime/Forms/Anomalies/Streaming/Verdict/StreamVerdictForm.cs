using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;

/// <summary>
/// A form that scores streams, with the columns that say when and of what a reading is, and the score from which on a reading is an
/// anomaly. It may keep where training left series; then readings can be told from it.
/// </summary>
public sealed class StreamVerdictForm : IForm, IReadsInOrder
{
    /// <summary>Most series whose end of training is kept, and most bytes of them together.</summary>
    public const int MostKnown = 1_000;

    /// <summary>Most bytes of all kept series together: 32 MiB.</summary>
    public const long MostKnownBytes = 32L << 20;

    internal const string Name = "stream_verdict";

    private static readonly IReadOnlyList<AnswerColumn> Columns =
    [
        new("score", AnswerColumnKind.Number, "How strange the reading is beside those of its series before it: about minus the logarithm to base 10 of its chance."),
        new("anomaly", AnswerColumnKind.Flag, "Whether the score is one of an anomaly."),
    ];

    private readonly IScoresStreams _streams;
    private readonly FormInput? _series;

    /// <summary>Makes the form.</summary>
    /// <param name="form">What scores streams.</param>
    /// <param name="time">The column that says when a reading was taken.</param>
    /// <param name="series">The column that tells series apart, with its type; null where all rows are one series.</param>
    /// <param name="threshold">The score from which on a reading is an anomaly, above 0; infinity where none is.</param>
    /// <param name="known">Where training left series, of different names; empty where every series begins anew.</param>
    /// <exception cref="ArtifactException">They do not fit each other, or are more than may be kept.</exception>
    public StreamVerdictForm(IForm form, string time, FormInput? series, double threshold, IReadOnlyList<KnownSeries> known)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(known);
        _streams = form as IScoresStreams
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not score series as they come, which '{Name}' needs. Give it one that does.");
        (Form, TimeName, _series, Threshold, Known) = (form, time, series, threshold, known);
        StreamVerdictFaults.Check(this, series);
        Info = new(Name, 1, [.. form.Info.Inputs, new(time, ColumnType.Time, []), .. series is null ? Array.Empty<FormInput>() : [series]])
        {
            HoldsRows = form.Info.HoldsRows || known.Count > 0,
            Bytes = form.Info.Bytes + known.Sum(kept => (long)kept.State.Length),
        };
    }

    /// <summary>What scores.</summary>
    public IForm Form { get; }

    /// <summary>The score from which on a reading is an anomaly.</summary>
    public double Threshold { get; }

    /// <summary>Where training left series.</summary>
    public IReadOnlyList<KnownSeries> Known { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public string TimeName { get; }

    /// <inheritdoc/>
    public string? SeriesName => _series?.Name;

    /// <inheritdoc/>
    public IReadOnlyList<AnswerColumn> Answers => Columns;

    /// <inheritdoc/>
    public string TextName => "because";

    /// <inheritdoc/>
    public InOrderAnswers AnswerInOrder(Table rows, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var run = StreamScoring.Run(Form, rows, new(TimeName, SeriesName), Known, threads, cancellation);
        var scores = run.Scores();
        var answers = new InOrderAnswers(new double[Columns.Count * rows.RowCount], new string?[rows.RowCount]) { Notes = StreamNotes.Of(run, Known.Count > 0) };
        for (var row = 0; row < rows.RowCount; row++)
        {
            var score = new StreamScore(scores.Scores[row], scores.Inputs[row], scores.Usual[row]) { Sign = scores.Signs[row] };
            answers.Texts[row] = Judge(score, rows, row, answers.Numbers.AsSpan(Columns.Count * row, Columns.Count));
        }

        return answers;
    }

    /// <inheritdoc/>
    public void Answer(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Columns.Count);
        AnswerInOrder(rows, threads: 1, CancellationToken.None).Numbers.CopyTo(output);
    }

    /// <summary>Says of each anomaly which column was strange, how, and what was to be expected; of other readings nothing. Reads all rows again.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="answers">What <see cref="Answer"/> gave.</param>
    /// <param name="output">A text a row, or null.</param>
    public void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output) => AnswerInOrder(rows, threads: 1, CancellationToken.None).Texts.CopyTo(output);

    /// <inheritdoc/>
    public IStreamState Begin(string? series) => Known.FirstOrDefault(kept => kept.Name == series) is { } kept ? kept.Open(_streams) : _streams.Start();

    /// <inheritdoc/>
    public IStreamState Resume(IArtifactReader reader) => _streams.Resume(reader);

    /// <inheritdoc/>
    public string? AnswerNext(IStreamState state, Table reading, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(reading);
        RowChunks.CheckLength(output, reading.RowCount, Columns.Count);
        StreamFaults.Check(Form.Info.Inputs, reading, new(TimeName, Series: null));
        double[] values = [.. Form.Info.Inputs.Select(input => ((NumberColumn)reading[input.Name]).Values.At(0))];
        return Judge(_streams.Read(state, ((TimeColumn)reading[TimeName]).Values.At(0), values), reading, 0, output);
    }

    /// <summary>Says which column was strange, how, and what was to be expected, whether or not it is an anomaly.</summary>
    /// <param name="score">What <see cref="Form"/> said of a reading.</param>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="row">0-based row of the reading.</param>
    /// <returns>The text.</returns>
    public string Say(StreamScore score, Table rows, int row)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return StreamText.Of(score, Form.Info.Inputs, rows, row);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Text("time", TimeName);
        InputRecord.Write(writer.Part("series"), _series is null ? [] : [_series]);
        writer.Number("threshold", Threshold);
        KnownRecord.Write(writer, Known);
        FormCatalog.Write(writer.Part("then"), Form);
    }

    internal static StreamVerdictForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var series = InputRecord.Read(reader.Part("series"));
        return new(catalog.Read(reader.Part("then")), reader.Text("time") ?? "", series.Count == 0 ? null : series[0], reader.Number("threshold"), KnownRecord.Read(reader));
    }

    private string? Judge(StreamScore score, Table rows, int row, Span<double> output)
    {
        var isAnomaly = score.Score >= Threshold;
        (output[0], output[1]) = (score.Score, isAnomaly ? 1 : 0);
        return isAnomaly ? Say(score, rows, row) : null;
    }
}
