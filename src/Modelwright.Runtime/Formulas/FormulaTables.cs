namespace Modelwright.Runtime.Formulas;

/// <summary>Operations that look something up.</summary>
internal static class FormulaTables
{
    /// <summary>Reckons a node of such an operation.</summary>
    /// <returns>False where it is another operation.</returns>
    internal static bool TryReckon(FormulaNode node, double[] from, double[] to)
    {
        switch (node.Operation)
        {
            case FormulaOperation.Lookup:
                node.Numbers.AsSpan(((int)from[0] + 1) * to.Length, to.Length).CopyTo(to);
                return true;
            case FormulaOperation.Rank:
                to[0] = double.IsNaN(from[0]) ? -1 : Count(node.Numbers, from[0], orEqual: false);
                return true;
            case FormulaOperation.Reached:
                to[0] = double.IsNaN(from[0]) ? -1 : Count(node.Numbers, from[0], orEqual: true);
                return true;
            case FormulaOperation.Find:
                var place = Count(node.Numbers, from[0], orEqual: false);
                to[0] = place < node.Numbers.Length && node.Numbers[place] == from[0] ? place : -1;
                return true;
            default:
                return false;
        }
    }

    /// <summary>How many ascending numbers are below a value, or at most it.</summary>
    private static int Count(double[] ascending, double value, bool orEqual)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (ascending[middle] < value || (orEqual && ascending[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
