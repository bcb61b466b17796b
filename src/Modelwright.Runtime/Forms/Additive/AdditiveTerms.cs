using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Additive;

/// <summary>A sum of shape functions: the score is an intercept, a value for each input and a value for some pairs of inputs.</summary>
/// <param name="Inputs">Numbers and categories.</param>
/// <param name="Shapes">One an input.</param>
/// <param name="Pairs">What pairs add; may be empty.</param>
/// <param name="Intercepts">One an output; their number is the number of outputs.</param>
public sealed record AdditiveTerms(IReadOnlyList<FormInput> Inputs, IReadOnlyList<ShapeTerm> Shapes, IReadOnlyList<PairTerm> Pairs, double[] Intercepts)
{
    /// <summary>Terms of a score, the intercept left out: shapes in the order of the inputs, then pairs.</summary>
    public int Count => Shapes.Count + Pairs.Count;

    /// <summary>Bytes of all tables, about.</summary>
    internal long Bytes
    {
        get
        {
            var bytes = 8L * Intercepts.Length;
            foreach (var shape in Shapes)
            {
                bytes += 8L * (shape.Edges.Length + shape.Values.Length);
            }

            foreach (var pair in Pairs)
            {
                bytes += (8L * pair.Values.Length) + (4L * (pair.FirstParts.Length + pair.SecondParts.Length));
            }

            return bytes;
        }
    }
}
