using Modelwright.Core.Data;
using Modelwright.Measures;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Explain;

/// <summary>A model on rows that it has not seen, where it may be another form for each part of the rows.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Truth">The rows of all parts in order; their columns are not read.</param>
/// <param name="Kind">How answers look.</param>
/// <param name="Metric">What says how good they are.</param>
/// <param name="Data">Which rows they are, as figures name them.</param>
internal sealed record UnseenModel(IReadOnlyList<UnseenPart> Parts, LabelledRows Truth, AnswerKind Kind, IMetric Metric, string Data)
{
    /// <summary>The columns that a form reads, in the schema's order.</summary>
    internal IReadOnlyList<string> Columns
    {
        get
        {
            var read = Parts.SelectMany(part => part.Form.Info.Inputs).Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
            return [.. Truth.Schema.Features.Select(spec => spec.Name).Where(read.Contains)];
        }
    }

    /// <summary>Answers all rows after a change.</summary>
    /// <param name="change">From a part's rows to those that are answered in their place.</param>
    /// <param name="cancellation">Looked at before each part.</param>
    internal double[] Answer(Func<Table, Table> change, CancellationToken cancellation)
    {
        var answers = new double[Truth.Table.RowCount * Kind.Width];
        var at = 0;
        foreach (var part in Parts)
        {
            var found = ModelAnswers.Of(part.Form, change(part.Rows.Table), 1, cancellation);
            found.CopyTo(answers, at);
            at += found.Length;
        }

        return answers;
    }

    /// <summary>The same model on some of the rows, drawn by a seed.</summary>
    internal UnseenModel Sample(int rows, int seed)
    {
        if (rows >= Truth.Table.RowCount)
        {
            return this;
        }

        var drawn = RowSample.Draw(Truth.Table.RowCount, rows, seed);
        var parts = new List<UnseenPart>();
        var first = 0;
        foreach (var part in Parts)
        {
            var after = first + part.Rows.Table.RowCount;
            int[] own = [.. drawn.Where(row => row >= first && row < after).Select(row => row - first)];
            if (own.Length > 0)
            {
                parts.Add(part with { Rows = part.Rows.Take(own) });
            }

            first = after;
        }

        return this with { Parts = parts, Truth = Truth.Take(drawn) };
    }
}
