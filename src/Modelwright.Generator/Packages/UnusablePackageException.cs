using Microsoft.CodeAnalysis;
using Modelwright.Generator.Findings;

namespace Modelwright.Generator.Packages;

/// <summary>Why no code can be made of a package. Never leaves <see cref="PackageReader"/>, which makes a finding of it.</summary>
internal sealed class UnusablePackageException : Exception
{
    internal UnusablePackageException(DiagnosticDescriptor rule, string what)
        : base(what) => Rule = rule;

    /// <summary>The rule that the package breaks.</summary>
    internal DiagnosticDescriptor Rule { get; }

    internal static UnusablePackageException Damaged(string what) => new(Rules.Unreadable, what);

    internal static UnusablePackageException Newer(string what) => new(Rules.Newer, what);

    internal static UnusablePackageException TooLarge(string what) => new(Rules.TooLarge, what);
}
