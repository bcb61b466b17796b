namespace Modelwright.Generator.Packages;

/// <summary>How much is read, and made into code, before a package is refused.</summary>
internal static class PackageLimits
{
    /// <summary>Schema and form together: they are held in memory while they are read, at each build.</summary>
    internal const int MostBytes = 256 << 20;

    /// <summary>Inputs: one is a property of a record, and nobody writes thousands.</summary>
    internal const int MostInputs = 2_000;

    /// <summary>Classes: one is a member of an enumeration.</summary>
    internal const int MostClasses = 1_000;

    /// <summary>Letters of the name of an input or a class, which stands in the code as it is.</summary>
    private const int MostLetters = 1_000;

    /// <summary>Refuses what is too much for code.</summary>
    /// <param name="what">'inputs' or 'classes'.</param>
    /// <param name="names">Their names.</param>
    /// <param name="most">How many there may be.</param>
    /// <exception cref="UnusablePackageException">There are more, or one has a longer name.</exception>
    internal static void Check(string what, IReadOnlyCollection<string> names, int most)
    {
        if (names.Count > most)
        {
            throw UnusablePackageException.TooLarge($"it has {names.Count} {what}, and code is made for at most {most}");
        }

        if (names.FirstOrDefault(name => name.Length > MostLetters) is { } longer)
        {
            throw UnusablePackageException.TooLarge($"a name among its {what} has {longer.Length} letters, and code is made for at most {MostLetters}");
        }
    }
}
