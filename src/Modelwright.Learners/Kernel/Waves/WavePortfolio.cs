using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Waves;

/// <summary>The settings worth trying.</summary>
internal static class WavePortfolio
{
    /// <summary>Waves are not cut below this to save time or size.</summary>
    private const int FewestComponents = 64;

    /// <summary>Rows lie close together on so few columns, and can bear a narrow kernel.</summary>
    private const int FewColumns = 5;

    /// <summary>Fewer rows than this are followed well enough by half the waves, at an eighth of the work.</summary>
    private const int ManyRows = 4000;

    /// <summary>Rows that are answered after a fit, for each row of it: those of a fold.</summary>
    private const double AnswersOfRow = 0.2;

    /// <summary>Settings, best first.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape)
    {
        var plain = ParameterValues.Default;
        var bend = shape.Features <= FewColumns ? 10 : 1;
        var usual = shape.Rows < ManyRows ? 256 : 512;
        ParameterValues[] settings =
        [
            plain.With(WaveParameters.Gamma.Name, bend).With(WaveParameters.Components.Name, usual),
            plain.With(WaveParameters.Gamma.Name, bend / 4.0).With(WaveParameters.Components.Name, 2 * usual),
            plain.With(WaveParameters.Gamma.Name, bend * 3).With(WaveParameters.Components.Name, 2 * usual),
        ];
        return [.. settings.Select(setting => Bounded(shape, setting)).DistinctBy(setting => setting.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Fewer waves where the time or the size does not bear all of them.</summary>
    private static ParameterValues Bounded(DataShape shape, ParameterValues values)
    {
        for (var components = values.Integer(WaveParameters.Components); components > FewestComponents && !Fits(shape, WaveParameters.Read(values));)
        {
            components = Math.Max(FewestComponents, components * 4 / 5);
            values = values.With(WaveParameters.Components.Name, components);
        }

        return values;
    }

    private static bool Fits(DataShape shape, WaveSettings settings)
    {
        var cost = WaveCost.Estimate(shape, settings);
        return cost.Seconds + (cost.RowSeconds * AnswersOfRow * shape.Rows) <= shape.Seconds && WaveCost.FormBytes(shape, settings) <= shape.Bytes;
    }
}
