using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>How expansions are stored. Docs: docs/forms.md.</summary>
internal static class ExpansionRecord
{
    private const string Points = "points";
    private const string Waves = "waves";

    internal static void Write(IArtifactWriter writer, Expansion expansion)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, expansion.Space.Inputs);
        writer.Numbers("centers", expansion.Space.Centers);
        writer.Numbers("scales", expansion.Space.Scales);
        writer.Numbers("coefficients", expansion.Coefficients);
        writer.Numbers("intercepts", expansion.Intercepts);
        if (expansion is PointExpansion points)
        {
            writer.Text("functions", Points);
            writer.Number("gamma", points.Gamma);
            writer.Numbers("points", points.Points);
        }
        else if (expansion is WaveExpansion waves)
        {
            writer.Text("functions", Waves);
            writer.Numbers("frequencies", waves.Frequencies);
            writer.Numbers("phases", waves.Phases);
        }
    }

    internal static Expansion Read(IArtifactReader reader)
    {
        var space = new KernelSpace(InputRecord.Read(reader), reader.Numbers("centers"), reader.Numbers("scales"));
        var (coefficients, intercepts) = (reader.Numbers("coefficients"), reader.Numbers("intercepts"));
        var functions = reader.Text("functions");
        return functions switch
        {
            Points => new PointExpansion(space, reader.Numbers("points"), reader.Number("gamma"), coefficients, intercepts),
            Waves => new WaveExpansion(space, reader.Numbers("frequencies"), reader.Numbers("phases"), coefficients, intercepts),
            _ => throw new ArtifactException($"The form is a sum of '{functions}', which this release does not know. Open the file with a newer release."),
        };
    }
}
