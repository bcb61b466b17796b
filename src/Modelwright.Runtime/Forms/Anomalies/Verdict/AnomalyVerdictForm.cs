using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Verdict;

/// <summary>A form that scores how strange rows are, with the score from which on a row is an anomaly, and what is usual in each column.</summary>
public sealed class AnomalyVerdictForm : IForm, IScoresAnomalies, IAnswersText
{
    internal const string Name = "anomaly_verdict";

    private static readonly IReadOnlyList<AnswerColumn> Columns =
    [
        new("score", AnswerColumnKind.Number, "How strange the row is; higher is stranger."),
        new("anomaly", AnswerColumnKind.Flag, "Whether the score is one of an anomaly."),
    ];

    private readonly IScoresAnomalies _form;

    /// <summary>Makes the form.</summary>
    /// <param name="form">What scores.</param>
    /// <param name="threshold">The score from which on a row is an anomaly; infinity where none is.</param>
    /// <param name="usual">What is usual in each input of the form, in its order.</param>
    /// <exception cref="ArtifactException">They do not fit each other.</exception>
    public AnomalyVerdictForm(IForm form, double threshold, IReadOnlyList<UsualValues> usual)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(usual);
        _form = form as IScoresAnomalies
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not score how strange rows are, which '{Name}' needs. Give it one that does.");
        if (double.IsNaN(threshold) || usual.Count != form.Info.Inputs.Count || usual.Zip(form.Info.Inputs).Any(pair => pair.First.Column != pair.Second.Name))
        {
            throw new ArtifactException($"A verdict on anomalies needs a threshold and the usual values of the {form.Info.Inputs.Count} inputs in their order. Make the file again, or fetch it again from where it was made.");
        }

        (Form, Threshold, Usual) = (form, threshold, usual);
        Info = new(Name, 1, form.Info.Inputs) { HoldsRows = form.Info.HoldsRows, Bytes = form.Info.Bytes + (100L * usual.Count) };
    }

    /// <summary>What scores.</summary>
    public IForm Form { get; }

    /// <summary>The score from which on a row is an anomaly.</summary>
    public double Threshold { get; }

    /// <summary>What is usual, an input each.</summary>
    public IReadOnlyList<UsualValues> Usual { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<AnswerColumn> Answers => Columns;

    /// <inheritdoc/>
    public string TextName => "because";

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _form.Score(rows, output);

    /// <inheritdoc/>
    public void Answer(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Columns.Count);
        var scores = new double[rows.RowCount];
        _form.Score(rows, scores);
        for (var row = 0; row < scores.Length; row++)
        {
            output[2 * row] = scores[row];
            output[(2 * row) + 1] = scores[row] >= Threshold ? 1 : 0;
        }
    }

    /// <summary>Says of each anomaly which columns made it strange and what is usual there; of other rows nothing.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="answers">What <see cref="Answer"/> gave.</param>
    /// <param name="output">A text a row, or null.</param>
    public void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        output.Clear();
        var found = new List<int>();
        for (var row = 0; row < rows.RowCount; row++)
        {
            if (answers[(2 * row) + 1] != 0)
            {
                found.Add(row);
            }
        }

        var width = Info.Inputs.Count;
        var those = rows.Take([.. found]);
        var strangeness = new double[found.Count * width];
        if (_form is IExplainsStrangeness explains)
        {
            explains.Strangeness(those, strangeness);
        }

        for (var place = 0; place < found.Count; place++)
        {
            output[found[place]] = VerdictText.Of(Usual, those, place, strangeness.AsSpan(place * width, width));
        }
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Number("threshold", Threshold);
        writer.Numbers("low", [.. Usual.Select(usual => usual.Low)]);
        writer.Numbers("high", [.. Usual.Select(usual => usual.High)]);
        writer.Integers("frequent_counts", [.. Usual.Select(usual => usual.Frequent.Count)]);
        writer.Texts("frequent", [.. Usual.SelectMany(usual => usual.Frequent)]);
        FormCatalog.Write(writer.Part("then"), Form);
    }

    internal static AnomalyVerdictForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (low, high, counts, frequent) = (reader.Numbers("low"), reader.Numbers("high"), reader.Integers("frequent_counts"), reader.Texts("frequent"));
        var form = catalog.Read(reader.Part("then"));
        var inputs = form.Info.Inputs;
        if (low.Length != inputs.Count || high.Length != inputs.Count || counts.Length != inputs.Count || SoundArrays.Total(counts) != frequent.Count)
        {
            throw new ArtifactException($"The usual values of {inputs.Count} inputs disagree about how many there are. Make the file again, or fetch it again from where it was made.");
        }

        var usual = new UsualValues[inputs.Count];
        var start = 0;
        for (var place = 0; place < usual.Length; place++)
        {
            usual[place] = new(inputs[place].Name, inputs[place].Type) { Low = low[place], High = high[place], Frequent = [.. frequent.Skip(start).Take(counts[place])] };
            start += counts[place];
        }

        return new(form, reader.Number("threshold"), usual);
    }
}
