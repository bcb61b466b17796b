namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>Leaves out values that no kept combination holds, so that nothing of rare rows goes into a package.</summary>
internal static class KeptValues
{
    /// <summary>The values that are left of each column, and the keys by their codes, ascending.</summary>
    /// <param name="names">One or two columns.</param>
    /// <param name="values">All values of each.</param>
    /// <param name="keys">Keys of combinations, ascending, by the codes of all values.</param>
    internal static ((string Name, KnownValues Values)[] Inputs, double[] Keys) Of(string[] names, KnownValues[] values, long[] keys)
    {
        var compact = new double[keys.Length];
        var inputs = new (string, KnownValues)[names.Length];
        var divisor = 1L;
        var scale = 1.0;
        for (var place = names.Length - 1; place >= 0; place--)
        {
            var width = values[place].Count + 1;
            var below = divisor;
            int[] used = [.. keys.Select(key => (int)(key / below % width)).Distinct().Order()];

            // Missing keeps its place behind all values, whether it is used or not.
            int[] left = [.. used.Where(code => code < values[place].Count)];
            var map = new int[width];
            for (var code = 0; code < left.Length; code++)
            {
                map[left[code]] = code;
            }

            map[^1] = left.Length;
            for (var slot = 0; slot < keys.Length; slot++)
            {
                compact[slot] += scale * map[(int)(keys[slot] / below % width)];
            }

            inputs[place] = (names[place], values[place].Pick(left));
            divisor *= width;
            scale *= left.Length + 1;
        }

        return (inputs, compact);
    }
}
