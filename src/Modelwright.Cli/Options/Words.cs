using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>The members of an enumeration as words of the command line: lower case.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class Words<T>
    where T : struct, Enum
{
    /// <summary>The words in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    /// <summary>What one of them is called in errors: the last word of the type's name, in capitals.</summary>
    public static string Name { get; } = LastWord(typeof(T).Name).ToUpperInvariant();

    /// <summary>The member of a word; null where there is none.</summary>
    public static T? Find(string word)
    {
        var position = All.ToList().IndexOf(word.ToLowerInvariant());
        return position < 0 ? null : Enum.GetValues<T>()[position];
    }

    /// <summary>The member of a word.</summary>
    /// <param name="word">The word; letter case does not count.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <param name="isOffered">Whether a member may be chosen here.</param>
    /// <exception cref="OptionsException">There is none that may be chosen; the text lists those that may.</exception>
    public static T Parse(string word, string option, Func<T, bool> isOffered)
    {
        string[] offered = [.. All.Where(name => isOffered(Find(name)!.Value))];
        return Find(word) is { } member && isOffered(member)
            ? member
            : throw new OptionsException($"{option} is not known: '{word}'.{NearestName.Suggest(word, offered)} There are: {string.Join(", ", offered)}.");
    }

    private static string LastWord(string name)
    {
        var start = name.Length - 1;
        while (start > 0 && !char.IsUpper(name[start]))
        {
            start--;
        }

        return name[start..];
    }
}
