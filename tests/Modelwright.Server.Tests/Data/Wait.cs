namespace Modelwright.Server.Tests.Data;

/// <summary>Waits for what another thread does.</summary>
internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Ends once it is so; fails where it is not so for three minutes.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (!isSo())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
