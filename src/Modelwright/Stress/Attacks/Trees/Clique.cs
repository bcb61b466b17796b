namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A leaf of each of some trees that a row can be in at once.</summary>
/// <param name="Value">What they add together.</param>
/// <param name="Cuts">What the inputs must be, by ascending input.</param>
internal sealed record Clique(double Value, Cut[] Cuts)
{
    /// <summary>Both at once; null where no row within a radius is in both.</summary>
    public Clique? Meet(Clique other, InputReach[] reaches, double radius)
    {
        var cuts = new Cut[Cuts.Length + other.Cuts.Length];
        var (count, one, two) = (0, 0, 0);
        while (one < Cuts.Length || two < other.Cuts.Length)
        {
            var left = one < Cuts.Length ? Cuts[one].Input : int.MaxValue;
            var right = two < other.Cuts.Length ? other.Cuts[two].Input : int.MaxValue;
            if (left == right)
            {
                cuts[count] = Cuts[one++].Meet(other.Cuts[two++]);
                if (reaches[left].Distance(cuts[count]) > radius)
                {
                    return null;
                }

                count++;
            }
            else
            {
                cuts[count++] = left < right ? Cuts[one++] : other.Cuts[two++];
            }
        }

        return new(Value + other.Value, cuts[..count]);
    }
}
