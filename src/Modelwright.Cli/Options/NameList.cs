using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads lists of columns, and of columns with something said of each.</summary>
internal static class NameList
{
    /// <summary>Reads "a,b,c". A name that holds a comma is given by repeating the option instead.</summary>
    /// <param name="texts">What was given, one for each time the option stands in the call.</param>
    /// <param name="option">The option, named in the error.</param>
    /// <exception cref="OptionsException">A name is empty.</exception>
    public static IReadOnlyList<string> Parse(IReadOnlyList<string> texts, string option) => Parse(texts, option, "id,note");

    private static string[] Parse(IReadOnlyList<string> texts, string option, string example)
    {
        string[] names = [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries))];
        return !Array.Exists(names, name => name.Length == 0)
            ? names
            : throw new OptionsException($"{option} holds an empty name. Got '{string.Join(' ', texts)}'. Write names with one comma between them: {option} {example}.");
    }

    /// <summary>Reads "a=number,b=text".</summary>
    /// <typeparam name="T">A list of words.</typeparam>
    /// <param name="texts">What was given, one for each time the option stands in the call.</param>
    /// <param name="option">The option, named in the error.</param>
    /// <exception cref="OptionsException">Parts that are not pairs, words that are not known, names given twice; the text lists all.</exception>
    public static IReadOnlyDictionary<string, T> ParsePairs<T>(IReadOnlyList<string> texts, string option)
        where T : struct, Enum
    {
        var pairs = new Dictionary<string, T>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var part in Parse(texts, option, $"age={Words<T>.All[0]},note={Words<T>.All[1]}"))
        {
            if (Pair<T>(part, option, out var fault) is { } pair && !pairs.TryAdd(pair.Name, pair.Value))
            {
                fault = $"{option} names column '{pair.Name}' twice. Keep one of them.";
            }

            if (fault is not null)
            {
                faults.Add(fault);
            }
        }

        return faults.Count == 0 ? pairs : throw new OptionsException(string.Join('\n', faults));
    }

    private static (string Name, T Value)? Pair<T>(string part, string option, out string? fault)
        where T : struct, Enum
    {
        var words = Words<T>.All;
        var equals = part.LastIndexOf('=');
        if (equals <= 0)
        {
            fault = $"{option} must be pairs COLUMN={Words<T>.Name}. Got '{part}'. Write them as {option} age={words[0]}.";
            return null;
        }

        var word = part[(equals + 1)..].Trim();
        var known = Words<T>.Find(word);
        fault = known is null
            ? $"{option} gives column '{part[..equals].Trim()}' the {Words<T>.Name.ToLowerInvariant()} '{word}', which is not known.{NearestName.Suggest(word, words)} There are: {string.Join(", ", words)}."
            : null;
        return known is { } value ? (part[..equals].Trim(), value) : null;
    }
}
