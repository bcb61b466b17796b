using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>The settings worth trying.</summary>
internal static class VectorPortfolio
{
    /// <summary>Rows are not cut below this to save time or size.</summary>
    private const int FewestRows = 500;

    /// <summary>Rows lie close together on so few columns, and can bear a narrow kernel.</summary>
    private const int FewColumns = 5;

    /// <summary>Rows that are answered after a fit, for each row of it: those of a fold.</summary>
    private const double AnswersOfRow = 0.2;

    /// <summary>Settings, best first.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape)
    {
        var plain = ParameterValues.Default;
        var bend = shape.Features <= FewColumns ? 10 : 2;
        ParameterValues Of(double cost, double gamma) => plain.With(VectorParameters.Cost.Name, cost).With(VectorParameters.Gamma.Name, gamma);
        ParameterValues[] settings = shape.Task.AnswersNumbers
            ? [Of(3, bend), Of(1, bend), Of(10, 0.5), Of(3, 6)]
            : [Of(1, bend), Of(10, 1), Of(10, 0.2), Of(2, 6)];
        return [.. settings.Select(setting => Bounded(shape, setting)).DistinctBy(setting => setting.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Fewer rows where the time or the size does not bear all of them.</summary>
    private static ParameterValues Bounded(DataShape shape, ParameterValues values)
    {
        var rows = Math.Min(shape.Rows, values.Integer(VectorParameters.MaxRows));
        while (rows > FewestRows && !Fits(shape, VectorParameters.Read(values) with { MaxRows = rows }))
        {
            rows = Math.Max(FewestRows, rows * 4 / 5);
        }

        return rows < Math.Min(shape.Rows, values.Integer(VectorParameters.MaxRows)) ? values.With(VectorParameters.MaxRows.Name, rows) : values;
    }

    private static bool Fits(DataShape shape, VectorSettings settings)
    {
        var cost = VectorCost.Estimate(shape, settings);
        return cost.Seconds + (cost.RowSeconds * AnswersOfRow * shape.Rows) <= shape.Seconds && VectorCost.FormBytes(shape, settings.MaxRows) <= shape.Bytes;
    }
}
