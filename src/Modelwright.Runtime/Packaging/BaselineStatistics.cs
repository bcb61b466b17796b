using Modelwright.Core.Data;

namespace Modelwright.Runtime.Packaging;

/// <summary>What the training rows looked like, to compare later rows with.</summary>
/// <param name="Rows">Number of training rows.</param>
/// <param name="Columns">The features and the target, in the schema's order.</param>
public sealed record BaselineStatistics(int Rows, IReadOnlyList<ColumnStatistics> Columns)
{
    /// <summary>Nothing known.</summary>
    public static BaselineStatistics None { get; } = new(0, []);

    /// <summary>Looks at admitted rows.</summary>
    /// <param name="rows">Training rows in the schema's types.</param>
    /// <param name="schema">Which columns are features and target.</param>
    /// <returns>The statistics; the same rows give the same.</returns>
    public static BaselineStatistics Of(Table rows, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(schema);
        var columns = schema.Columns
            .Where(spec => spec.Role is ColumnRole.Feature or ColumnRole.Target && rows.TryGet(spec.Name, out _))
            .Select(spec => ColumnSurvey.Of(rows[spec.Name]));
        return new(rows.RowCount, [.. columns]);
    }
}
