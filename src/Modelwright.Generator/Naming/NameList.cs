using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Modelwright.Generator.Naming;

/// <summary>Names side by side: one that is taken gets the smallest number from 2 that makes it another.</summary>
internal sealed class NameList
{
    /// <summary>What every record has, and the record's own name.</summary>
    private static readonly string[] OfRecords =
        ["Input", "Clone", "EqualityContract", "PrintMembers", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>What every enumeration has under its members.</summary>
    private static readonly string[] OfEnumerations = ["value__"];

    private readonly HashSet<string> _taken;

    private NameList(string[] taken) => _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The properties of the inputs, in their order.</summary>
    internal static string[] Properties(IEnumerable<string> columns)
    {
        var names = new NameList(OfRecords);
        return [.. columns.Select(column => names.Add(PropertyName.Of(column)))];
    }

    /// <summary>The members of the classes, in their order; keywords of C# have an '@' before them.</summary>
    internal static string[] Labels(IEnumerable<string> classes)
    {
        var names = new NameList(OfEnumerations);
        return [.. classes.Select(label => Escaped(names.Add(LabelName.Of(label))))];
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";

    private string Add(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = string.Format(CultureInfo.InvariantCulture, "{0}_{1}", name, number);
        }

        return free;
    }
}
