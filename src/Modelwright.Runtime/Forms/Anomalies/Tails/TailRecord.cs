using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Tails;

/// <summary>How curves are stored: those of all inputs one after another. Docs: docs/forms.md.</summary>
internal static class TailRecord
{
    /// <summary>Both starts, both reaches, and which tail is longer.</summary>
    private const int EndsOfACurve = 5;

    internal static void Write(IArtifactWriter writer, TailCurves tails)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, tails.Inputs);
        writer.Flag("by_column", tails.IsByColumn);
        writer.Integers("point_counts", [.. tails.Curves.Select(curve => curve.Points.Length)]);
        writer.Numbers("points", [.. tails.Curves.SelectMany(curve => curve.Points)]);
        writer.Numbers("lower", [.. tails.Curves.SelectMany(curve => curve.Lower)]);
        writer.Numbers("upper", [.. tails.Curves.SelectMany(curve => curve.Upper)]);
        writer.Numbers("ends", [.. tails.Curves.SelectMany(Ends)]);
    }

    internal static TailCurves Read(IArtifactReader reader)
    {
        var inputs = InputRecord.Read(reader);
        var isByColumn = reader.Flag("by_column");
        var counts = reader.Integers("point_counts");
        var (points, lower, upper, ends) = (reader.Numbers("points"), reader.Numbers("lower"), reader.Numbers("upper"), reader.Numbers("ends"));
        if (SoundArrays.Total(counts) != points.Length || lower.Length != points.Length || upper.Length != points.Length || ends.Length != (long)counts.Length * EndsOfACurve)
        {
            throw new ArtifactException($"The arrays of {counts.Length} curves disagree about how many points there are. Make the file again, or fetch it again from where it was made.");
        }

        var curves = new TailCurve[counts.Length];
        for (int curve = 0, start = 0; curve < curves.Length; start += counts[curve], curve++)
        {
            var end = start + counts[curve];
            curves[curve] = With(new(points[start..end], lower[start..end], upper[start..end]), ends.AsSpan(curve * EndsOfACurve, EndsOfACurve));
        }

        return new(inputs, curves, isByColumn);
    }

    private static double[] Ends(TailCurve curve) => [curve.LowerStart, curve.UpperStart, curve.LowerReach, curve.UpperReach, curve.IsLowerLonger ? 1 : 0];

    private static TailCurve With(TailCurve curve, ReadOnlySpan<double> ends) => curve with
    {
        LowerStart = ends[0],
        UpperStart = ends[1],
        LowerReach = ends[2],
        UpperReach = ends[3],
        IsLowerLonger = ends[4] != 0,
    };
}
