using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Histogram;

/// <summary>Says whether histograms can be asked safely and always give finite scores, whoever made them.</summary>
internal static class HistogramCheck
{
    /// <summary>More than any logarithm of a ratio of densities.</summary>
    private const double MostRare = 1e6;

    internal static void Check(string form, CellRows histograms)
    {
        if (histograms.Rows.Count != histograms.Inputs.Count)
        {
            throw new ArtifactException($"Form '{form}' has {histograms.Rows.Count} histograms for {histograms.Inputs.Count} inputs. Give it one an input.");
        }

        for (var input = 0; input < histograms.Rows.Count; input++)
        {
            var (row, name) = (histograms.Rows[input], histograms.Inputs[input].Name);
            if (row.Rarities.Length != row.Edges.Length + 1)
            {
                throw new ArtifactException($"The histogram of form '{form}' for input '{name}' has {row.Edges.Length} edges and {row.Rarities.Length} cells. Give it one cell more than edges.");
            }

            if (!SoundArrays.AreFinite(row.Edges) || !SoundArrays.AreAscending(row.Edges) || !Array.TrueForAll(row.Rarities, rarity => rarity is >= 0 and <= MostRare))
            {
                throw new ArtifactException($"The edges of form '{form}' for input '{name}' are not finite or do not rise, or a rarity is no number from 0 to 1e6. Make the model again.");
            }
        }
    }
}
