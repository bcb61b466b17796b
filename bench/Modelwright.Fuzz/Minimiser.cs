namespace Modelwright.Fuzz;

/// <summary>Makes a failing case smaller while it fails in the same way.</summary>
internal static class Minimiser
{
    private const int MostTries = 3000;

    /// <summary>The smallest case found.</summary>
    internal static byte[] Shrink(IFuzzTarget target, byte[] input, Verdict verdict)
    {
        // Time and memory are judged by the run, not by the target.
        var tries = 0;
        var isSmaller = target.Judge(input).Shape == verdict.Shape;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var candidate in target.Smaller(input))
            {
                if (++tries > MostTries)
                {
                    return input;
                }

                if (candidate.Length < input.Length && target.Judge(candidate) is var again && again.Outcome == verdict.Outcome && again.Shape == verdict.Shape)
                {
                    input = candidate;
                    isSmaller = true;
                    break;
                }
            }
        }

        return input;
    }
}
