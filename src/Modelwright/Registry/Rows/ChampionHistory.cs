namespace Modelwright.Registry.Rows;

/// <summary>Which versions were champion before the present one, read from the log.</summary>
internal static class ChampionHistory
{
    /// <summary>The champion before the present one.</summary>
    /// <param name="changes">The log of one model, the newest change first.</param>
    /// <param name="exists">Whether a version is still there; others are passed over.</param>
    /// <returns>Null where there was none.</returns>
    /// <remarks>A promotion lays a version on a pile and a rollback takes one off, so that several rollbacks go back step by step.</remarks>
    public static int? Before(IReadOnlyList<ModelChange> changes, Func<int, bool> exists)
    {
        var pile = new Stack<int>();
        foreach (var change in changes.Reverse().Where(change => change.Alias == ModelRegistry.Champion && change.To is not null))
        {
            var to = change.To!.Value;
            if (change.Action == ModelAction.Rollback)
            {
                while (pile.Count > 0 && pile.Peek() != to)
                {
                    pile.Pop();
                }
            }
            else
            {
                pile.Push(to);
            }
        }

        return pile.Skip(1).Where(version => version != pile.Peek() && exists(version)).Select(version => (int?)version).FirstOrDefault();
    }
}
