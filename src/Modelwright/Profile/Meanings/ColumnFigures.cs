using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Profile.Meanings;

/// <summary>The figures of numbers and times in the evidence; those held as text are read as they are when a model is trained.</summary>
internal static class ColumnFigures
{
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    internal static ColumnEvidence Of(NumberFacts facts, ColumnEvidence evidence) => facts.Present == 0 ? evidence : evidence with
    {
        Minimum = Finite(facts.Minimum),
        Maximum = Finite(facts.Maximum),
        Mean = Finite(facts.Mean),
        Deviation = Finite(facts.Deviation),
        Quantiles = [.. Shares.Select(facts.Quantile)],
    };

    internal static ColumnEvidence Of(TimeFacts facts, ColumnEvidence evidence) => facts.Rows == facts.Missing ? evidence : evidence with
    {
        Earliest = Show(facts.Earliest),
        Latest = Show(facts.Latest),
    };

    /// <summary>Of texts that a schema takes for numbers or times.</summary>
    internal static ColumnEvidence Of(Column texts, ColumnSpec spec, ColumnEvidence evidence)
    {
        if (spec.Type is not (ColumnType.Number or ColumnType.Time))
        {
            return evidence;
        }

        var schema = new Schema([spec with { Role = ColumnRole.Feature }]);
        return Admission.Admit(new([texts]), schema, needsTarget: false).Table.Columns[0] switch
        {
            NumberColumn numbers => Of(NumberFacts.Of(numbers.Values), evidence),
            TimeColumn times => Of(TimeFacts.Of(times.Values), evidence),
            _ => evidence,
        };
    }

    internal static string Show(long ticks) => new DateTime(ticks, DateTimeKind.Unspecified).ToString("s", CultureInfo.InvariantCulture);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
