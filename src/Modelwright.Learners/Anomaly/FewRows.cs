using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly;

/// <summary>Says so where there are too few rows to keep anything that does not tell one of them.</summary>
internal static class FewRows
{
    /// <summary>The warning; none where there are three rows or more.</summary>
    public static IReadOnlyList<string> Warnings(ILearner learner, Table features) => features.RowCount >= ColumnSpread.FewestRows
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"Learner '{learner.Info.Name}' keeps nothing of fewer than {ColumnSpread.FewestRows} rows, as it would tell what a row holds; there are {features.RowCount}, so every row scores 0. Give it more rows.")];
}
