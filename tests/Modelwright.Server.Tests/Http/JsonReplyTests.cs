using System.Text;
using Modelwright.Server.Http;

namespace Modelwright.Server.Tests.Http;

/// <summary>Replies are used again, however many are in flight at one time.</summary>
public sealed class JsonReplyTests
{
    [Fact]
    public void Dispose_MoreRepliesThanThePoolKeeps_EachIsEmptyWhenItIsUsedAgain()
    {
        var count = (4 * Environment.ProcessorCount) + 64;
        for (var round = 0; round < 2; round++)
        {
            JsonReply[] replies = [.. Enumerable.Range(0, count).Select(_ => JsonReply.Rent())];
            Assert.Equal(count, replies.Distinct().Count());
            foreach (var (place, reply) in replies.Index())
            {
                Assert.Equal(0, reply.Length);
                reply.Writer.WriteNumberValue(place);
                Assert.Equal($"{place}", Encoding.UTF8.GetString(reply.Written.Span));
            }

            Array.ForEach(replies, reply => reply.Dispose());
        }
    }
}
