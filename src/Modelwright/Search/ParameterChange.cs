using Modelwright.Core.Learning;

namespace Modelwright.Search;

/// <summary>Makes a setting near another one, within the declared ranges.</summary>
internal static class ParameterChange
{
    private const double ShareChanged = 0.4;
    private const double Step = 0.6;

    /// <summary>Changes about two parameters in five: numbers by a factor or a share of their range, choices at random; limits stay.</summary>
    public static ParameterValues Near(ParameterValues values, IReadOnlyList<ParameterSpec> specs, int chance)
    {
        var random = new Random(chance);
        foreach (var spec in specs.Where(spec => !spec.IsLimit))
        {
            var changes = random.NextDouble() < ShareChanged;
            var draw = random.NextDouble();
            if (!changes)
            {
                continue;
            }

            values = spec.Kind == ParameterKind.Choice
                ? values.With(spec.Name, spec.Choices[(int)(draw * spec.Choices.Count)])
                : values.With(spec.Name, Moved(spec, values.Number(spec), (2 * draw) - 1));
        }

        return values;
    }

    private static double Moved(ParameterSpec spec, double value, double direction)
    {
        var moved = spec.IsLogarithmic && value > 0
            ? value * Math.Pow(10, direction * Step)
            : value + (direction * Step * 0.5 * (spec.Maximum - spec.Minimum));
        moved = Math.Clamp(moved, spec.Minimum, spec.Maximum);
        return spec.Kind == ParameterKind.Integer ? Math.Round(moved) : moved;
    }
}
