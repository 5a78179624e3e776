package dev.hcp.api.validation.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLanguageTest {
    private static final String OBJECT = """
            {'type':'object','properties':{
              'n':{'type':'integer'},'m':{'type':'integer'},'d':{'type':'number'},'s':{'type':'string'},
              'flag':{'type':'boolean'},'any':{'x-kubernetes-int-or-string':true},
              'when':{'type':'string','format':'date-time'},'long':{'type':'string','format':'duration'},
              'raw':{'type':'string','format':'byte'},
              'texts':{'type':'array','items':{'type':'string'}},
              'set':{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}},
              'named':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['k'],
                'items':{'type':'object','properties':{'k':{'type':'string'},'v':{'type':'integer'}}}},
              'map':{'type':'object','additionalProperties':{'type':'integer'}},
              'free':{'type':'object','x-kubernetes-preserve-unknown-fields':true},
              'namespace':{'type':'string'},'a-b.c/d':{'type':'string'},'x__y':{'type':'string'},
              'maybe':{'type':'string','nullable':true},
              'template':{'type':'object','x-kubernetes-embedded-resource':true,
                'x-kubernetes-preserve-unknown-fields':true}
            }}""";

    private static final String VALUE = """
            {'n':5,'m':3,'d':2,'s':'héllo','flag':true,'any':'10%','when':'2024-01-02T03:04:05Z','long':'1h30m',
             'raw':'aGk=','texts':['b','a'],'set':['x','y'],'named':[{'k':'a','v':1},{'k':'b','v':2}],
             'map':{'one':1,'two':2},'free':{'a':1},'namespace':'ns','a-b.c/d':'deep','x__y':'under','maybe':null,
             'template':{'apiVersion':'v1','kind':'Pod','metadata':{'name':'p','labels':{'a':'b'}},'spec':{}}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.n + self.m == 8 && self.n / 2 == 2 && self.n % 3 == 2",
                "self.d == 2.0 && self.n > 4.5 && self.n >= 5u",
                "self.s.size() == 5 && self.s.startsWith('h') && self.s.contains('llo') && self.s.matches('^h.l+o$')",
                "self.s.charAt(1) == 'é' && self.s.indexOf('l') == 2 && self.s.lastIndexOf('l') == 3",
                "self.s.upperAscii() == 'HéLLO' && self.s.replace('l', 'L', 1) == 'héLlo'",
                "self.s.substring(1, 3) == 'él' && ' x '.trim() == 'x' && 'a,b,c'.split(',', 2) == ['a', 'b,c']",
                "self.texts.join('-') == 'b-a' && !self.texts.isSorted() && self.texts.min() == 'a'",
                "[1, 2, 3].sum() == 6 && [1, 2, 3].max() == 3 && [1, 2, 1].lastIndexOf(1) == 2",
                "self.flag ? self.texts[0] == 'b' : false",
                "type(self.any) == string && self.any.matches('^[0-9]+%$')",
                "self.when < timestamp('2024-01-03T00:00:00Z') && self.when.getFullYear() == 2024",
                "self.long == duration('90m') && self.long.getMinutes() == 90",
                "self.raw == b'hi'",
                "self.set == ['y', 'x'] && self.set + ['y', 'z'] == ['z', 'x', 'y']",
                "self.named == self.named && self.named.exists(e, e.k == 'b' && e.v == 2)",
                "self.named.all(e, has(e.v)) && self.named.filter(e, e.v > 1).map(e, e.k) == ['b']",
                "self.named.exists_one(e, e.k == 'a')",
                "self.map['one'] == 1 && 'two' in self.map && self.map.all(k, self.map[k] > 0) && size(self.map) == 2",
                "self.map == {'two': 2, 'one': 1}",
                "self.__namespace__ == 'ns' && self.a__dash__b__dot__c__slash__d == 'deep'",
                "self.x__underscores__y == 'under'",
                "!has(self.maybe) && has(self.free)",
                "self.template.kind == 'Pod' && self.template.metadata.name == 'p'",
                "self.?n.orValue(7) == 5 && self.?maybe.orValue('none') == 'none'",
                "optional.of(1).hasValue() && self.map[?'three'].orValue(3) == 3",
                "isURL('https://example.com:80/a%20b?x=1&x=2#f') && !isURL('not a url')",
                "url('https://u:p@example.com:80/a%20b?x=1&x=2').getHost() == 'example.com:80'",
                "url('https://[::1]:80/p').getHostname() == '::1' && url('https://h:80/p').getPort() == '80'",
                "url('https://h/p?x=1&x=2').getQuery() == {'x': ['1', '2']}",
                "url('/a%20b').getEscapedPath() == '/a%20b' && url('/a').getScheme() == ''",
                "isQuantity('1.5Gi') && !isQuantity('1.5Gx') && quantity('1Gi').isGreaterThan(quantity('1G'))",
                "quantity('1k') == quantity('1000') && quantity('50k').add(20).asInteger() == 50020",
                "quantity('200m').asApproximateFloat() == 0.2 && !quantity('200m').isInteger()",
                "quantity('1').compareTo(quantity('2')) == -1 && quantity('-1').sign() == -1",
                "isIP('::1') && !isIP('10.0.0.256') && !isIP('::ffff:1.2.3.4') && ip('10.0.0.1').family() == 4",
                "ip('127.0.0.1').isLoopback() && ip('fe80::1').isLinkLocalUnicast() && ip('8.8.8.8').isGlobalUnicast()",
                "ip.isCanonical('::1') && !ip.isCanonical('0:0::1') && ip('0.0.0.0').isUnspecified()",
                "isCIDR('10.0.0.0/8') && !isCIDR('10.0.0.0') && cidr('10.0.0.0/8').containsIP('10.2.3.4')",
                "cidr('10.0.0.0/8').containsCIDR(cidr('10.1.0.0/16')) && !cidr('10.1.0.0/16').containsCIDR('10.0.0.0/8')",
                "cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8') && cidr('::1/64').prefixLength() == 64",
                "cidr('192.168.0.1/24').ip().family() == 4 && string(cidr('10.0.0.0/8')) == '10.0.0.0/8'",
                "'abc123def456'.find('[0-9]+') == '123' && 'a1b22'.findAll('[0-9]+') == ['1', '22']",
                "'a1b22'.findAll('[0-9]+', 1) == ['1'] && 'abc'.find('x') == ''",
                "!format.dns1123Label().validate('my-name').hasValue() && format.uuid().validate('x').hasValue()",
                "format.named('dns1123Label').hasValue() && !format.named('nope').hasValue()",
                "'%s is %d'.format(['it', 1]) == 'it is 1' && '%.2f'.format([1.5]) == '1.50'",
                "sets.contains(self.texts, ['a']) && sets.intersects([1, 2], [2, 3]) && sets.equivalent([1, 1], [1])",
                "'x' in ['x', 'y'] && !('z' in self.texts)",
                "dyn(1) == 1 && string(1) == '1' && int('12') == 12",
            })
    void the_library_of_kubernetes_is_there(String rule) {
        assertThat(TestRules.of(OBJECT, rule).create(VALUE)).isEmpty();
    }

    @Test
    void a_null_is_an_absent_field() {
        assertThat(TestRules.of(OBJECT, "has(self.maybe)").create(VALUE))
                .containsExactly("spec: Invalid value: \"object\": failed rule: has(self.maybe)");
    }
}
