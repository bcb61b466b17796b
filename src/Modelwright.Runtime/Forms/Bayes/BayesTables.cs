using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Bayes;

/// <summary>Tables that are added up for each class. A missing value, or a level that is not known, adds nothing.</summary>
/// <param name="Inputs">The columns: numbers and categories.</param>
/// <param name="Tables">One an input.</param>
/// <param name="Start">Where the score of each class starts.</param>
public sealed record BayesTables(IReadOnlyList<FormInput> Inputs, IReadOnlyList<BayesTable> Tables, double[] Start)
{
    /// <summary>Bytes the tables take in memory, about.</summary>
    internal long Bytes
    {
        get
        {
            var bytes = 200L;
            for (var input = 0; input < Inputs.Count; input++)
            {
                bytes += 8L * (Tables[input].Edges.Length + Tables[input].Logs.Length);
                foreach (var level in Inputs[input].Levels)
                {
                    bytes += 8 + level.Length;
                }
            }

            return bytes;
        }
    }
}
