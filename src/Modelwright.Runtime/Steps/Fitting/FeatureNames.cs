using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Gives the columns that a step makes names that no other column has.</summary>
internal sealed class FeatureNames
{
    private readonly HashSet<string> _taken;

    internal FeatureNames(Table rows) => _taken = rows.Names.ToHashSet(StringComparer.Ordinal);

    /// <summary>The name itself, or with a number behind it where another column has that name already.</summary>
    internal string Take(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
        }

        return free;
    }
}
